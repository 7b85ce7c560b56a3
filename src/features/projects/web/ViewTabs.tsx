import { App, Button, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { DownIcon } from '../../../web/ui/icons.tsx'
import { definitionOf } from './ledger-state.ts'
import type { LedgerScreen } from './use-ledger-state.ts'
import type { Views } from './use-views.ts'
import { ViewNameDialog } from './ViewNameDialog.tsx'
import './view-tabs.css'

type Naming = {
  title: string
  button: string
  name: string
  shared: boolean
  done: (name: string, shared: boolean) => Promise<unknown>
}

/** Saved views as tabs, one's own and those shared with the zone; a dot marks what was changed and not saved. */
export function ViewTabs({ screen, views }: { screen: LedgerScreen; views: Views }) {
  const t = useWords('projects')
  const may = useMay()
  const { message, modal } = App.useApp()
  const [naming, setNaming] = useState<Naming | null>(null)
  const { view, state } = screen
  const fail = (problem: unknown) =>
    void message.error(problem instanceof Error ? problem.message : String(problem), 6)
  const can = (verb: string) => view?.abilities.includes(verb) ?? false

  const save = () =>
    view &&
    views.change
      .mutateAsync({ id: view.id, revision: view.revision, definition: definitionOf(state) })
      .then((saved) => {
        screen.open(saved.id)
        void message.success(t('view.saved', { name: saved.name }))
      }, fail)
  const saveAs = () =>
    setNaming({
      title: t('view.saveAs'),
      button: t('view.saveNew'),
      name: view ? t('view.copyOf', { name: view.name }) : '',
      shared: false,
      done: async (name, shared) =>
        screen.open((await views.create.mutateAsync({ name, shared, definition: definitionOf(state) })).id),
    })
  const rename = () =>
    view &&
    setNaming({
      title: t('view.rename'),
      button: t('view.saveName'),
      name: view.name,
      shared: view.shared,
      done: (name, shared) =>
        views.change.mutateAsync({ id: view.id, revision: view.revision, name, shared }),
    })
  const share = () =>
    view &&
    views.change.mutateAsync({ id: view.id, revision: view.revision, shared: !view.shared }).catch(fail)
  const remove = () =>
    view &&
    modal.confirm({
      title: t('view.removeTitle', { name: view.name }),
      content: view.shared ? t('view.removeShared') : t('view.removeText'),
      okText: t('view.remove'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      onOk: () => views.remove.mutateAsync(view).then(() => screen.open(null), fail),
    })

  const items: MenuProps['items'] = [
    { key: 'save', label: t('view.save'), disabled: !screen.isModified || !can('update'), onClick: save },
    { key: 'saveAs', label: t('view.saveAs'), onClick: saveAs },
    {
      key: 'revert',
      label: t('view.revert'),
      disabled: !screen.isModified,
      onClick: () => screen.open(view?.id ?? null),
    },
    { type: 'divider' },
    { key: 'rename', label: t('view.rename'), disabled: !can('update'), onClick: rename },
    {
      key: 'share',
      label: view?.shared ? t('view.unshare') : t('view.share'),
      disabled: !can('update'),
      onClick: share,
    },
    { key: 'remove', label: t('view.remove'), disabled: !can('remove'), danger: true, onClick: remove },
  ]

  return (
    <div className="zt-view-tabs">
      <nav aria-label={t('view.label')}>
        {views.ready.map((one) => (
          <Tab
            key={one.id}
            name={one.name}
            isActive={one === view}
            isModified={one === view && screen.isModified}
            onOpen={() => screen.open(one.id)}
          />
        ))}
        <Tab
          name={t('view.all')}
          isActive={!view}
          isModified={!view && screen.isModified}
          onOpen={() => screen.open(null)}
        />
        {views.items.map((one) => (
          <Tab
            key={one.id}
            name={one.name}
            isActive={one === view}
            isModified={one === view && screen.isModified}
            isShared={one.shared}
            onOpen={() => screen.open(one.id)}
            menu={one === view ? items : undefined}
          />
        ))}
      </nav>
      {screen.isModified && (
        <span className="zt-view-actions">
          {view && can('update') && (
            <Button size="small" loading={views.change.isPending} onClick={save}>
              {t('view.save')}
            </Button>
          )}
          {may('view:create') && (
            <Button size="small" type="text" onClick={saveAs}>
              {t('view.saveAs')}
            </Button>
          )}
          <Button size="small" type="text" onClick={() => screen.open(view?.id ?? null)}>
            {t('view.revert')}
          </Button>
        </span>
      )}
      {naming && <ViewNameDialog {...naming} onClose={() => setNaming(null)} />}
    </div>
  )
}

type TabProps = {
  name: string
  isActive: boolean
  isModified: boolean
  isShared?: boolean
  onOpen: () => void
  menu?: MenuProps['items']
}

function Tab({ name, isActive, isModified, isShared = false, onOpen, menu }: TabProps) {
  const t = useWords('projects')
  return (
    <span className="zt-view-tab" data-active={isActive || undefined}>
      <button type="button" aria-current={isActive ? 'page' : undefined} onClick={onOpen}>
        {name}
        {isShared && <span className="zt-view-shared">{t('view.sharedMark')}</span>}
        {isModified && (
          <span className="zt-view-dot" role="img" aria-label={t('view.modified')} title={t('view.modified')}>
            ●
          </span>
        )}
      </button>
      {menu && (
        <Dropdown menu={{ items: menu }} trigger={['click']}>
          <button
            type="button"
            className="zt-view-menu"
            aria-label={t('view.menu', { name })}
            title={t('view.menu', { name })}
          >
            <DownIcon />
          </button>
        </Dropdown>
      )}
    </span>
  )
}
