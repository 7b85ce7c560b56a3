import { useEffect, useState } from 'react'
import { api } from '../../../web/api.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Button, KeyValue } from '../../../web/ui/index.ts'
import type { Contact, LedgerRow } from '../contract.ts'
import { EditableField } from './EditableField.tsx'
import { fieldLabel } from './field-words.ts'
import { RevealForm } from './RevealForm.tsx'
import { rowValue } from './row-value.ts'
import { useSaveField } from './use-save-field.ts'
import './contact-fields.css'

const shownForMs = 60_000

/** Whom to call: masked, and in full for a minute to who says why. What was seen is kept nowhere but here. */
export function ContactFields({ row, mayEdit }: { row: LedgerRow; mayEdit: boolean }) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const save = useSaveField(row.id)
  const [isAsking, setAsking] = useState(false)
  const [contact, setContact] = useState<Contact | null>(null)
  const [name, phone] = [rowValue(row, 'contactName'), rowValue(row, 'contactPhone')]
  useEffect(() => {
    if (!contact) return
    const timer = setTimeout(() => setContact(null), shownForMs)
    return () => clearTimeout(timer)
  }, [contact])
  const mayAsk = mayEdit && !isAsking && !contact && (name !== null || phone !== null)
  const field = (key: string, value: string | null) => (
    <EditableField name={key} value={value} mayEdit={mayEdit} onSave={save} />
  )

  async function reveal(reason: string) {
    setContact(await api.send<Contact>('POST', `/projects/${row.id}/contact/reveal`, { reason }))
    setAsking(false)
  }

  return (
    <section className="zt-contact" aria-label={t('contact.title')}>
      <KeyValue
        columns={1}
        items={[
          {
            key: 'contactName',
            label: fieldLabel('contactName', language),
            value: field('contactName', name),
          },
          {
            key: 'contactPhone',
            label: fieldLabel('contactPhone', language),
            value: (
              <span className="zt-contact-line">
                {field('contactPhone', phone)}
                {mayAsk && (
                  <Button kind="quiet" onClick={() => setAsking(true)}>
                    {t('contact.see')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {isAsking && <RevealForm onReveal={reveal} onCancel={() => setAsking(false)} />}
      {contact && (
        <div className="zt-contact-shown" role="status">
          <p>
            <b>{contact.name ?? '—'}</b>
            {(contact.phone ?? '').split('、').map((number) => (
              <a key={number} href={`tel:${number.replace('转', ',')}`}>
                {number}
              </a>
            ))}
          </p>
          <p className="zt-quiet">{t('contact.forAMinute')}</p>
          <Button kind="quiet" onClick={() => setContact(null)}>
            {t('contact.hide')}
          </Button>
        </div>
      )}
    </section>
  )
}
