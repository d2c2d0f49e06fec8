import { useRef } from 'react';
import { t } from '../i18n/t.ts';
import { hiddenPeopleOf } from '../people/hidden-people.ts';
import { useHiddenPeople } from '../people/use-hidden-people.ts';
import { Button } from '../ui/button.tsx';
import styles from './hidden-people-section.module.css';
import { SettingsSection } from './settings-section.tsx';

/** Whose messages are hidden on this device, to be shown again. */
export function HiddenPeopleSection({ uid }: { readonly uid: string }) {
  const people = useHiddenPeople(uid);
  const section = useRef<HTMLDivElement>(null);

  function show(shown: string): void {
    hiddenPeopleOf(uid).show(shown);
    section.current?.focus();
  }

  return (
    <SettingsSection title={t('hidden.title')}>
      <div ref={section} tabIndex={-1} className={styles['people']}>
        {people.length === 0 ? (
          <p>{t('hidden.none')}</p>
        ) : (
          <ul aria-label={t('hidden.title')}>
            {people.map((person) => (
              <li key={person.uid}>
                {person.username}
                <Button variant="quiet" onClick={() => show(person.uid)}>
                  {t('hidden.show', { username: person.username })}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </SettingsSection>
  );
}
