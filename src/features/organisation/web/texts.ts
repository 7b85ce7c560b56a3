export const organisationTexts = {
  zh: {
    people: '组织与人员',
    role: {
      director: '管委会领导',
      commander: '兵团长',
      officer: '项目管家',
      promoter: '招商专员',
      analyst: '统计督查',
      administrator: '系统管理员',
    },
    kind: {
      zone_office: '管委会',
      corps: '兵团',
      sub_command: '指挥部',
      work_group: '组',
      task_force: '专班',
      bureau: '局办',
    },
  },
  en: {
    people: 'Units and people',
    role: {
      director: 'Director',
      commander: 'Corps commander',
      officer: 'Project officer',
      promoter: 'Promoter',
      analyst: 'Analyst',
      administrator: 'Administrator',
    },
    kind: {
      zone_office: 'Zone office',
      corps: 'Corps',
      sub_command: 'Sub-command',
      work_group: 'Group',
      task_force: 'Task force',
      bureau: 'Bureau',
    },
  },
}
