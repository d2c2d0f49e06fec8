import { useSyncExternalStore } from 'react';
import { t } from '../i18n/t.ts';
import { chooseTheme, readTheme, subscribeToTheme, THEMES } from '../platform/theme.ts';
import { SelectField } from './select-field.tsx';

export function ThemeSelect() {
  const theme = useSyncExternalStore(subscribeToTheme, readTheme);
  return (
    <SelectField
      label={t('settings.theme')}
      value={theme}
      options={THEMES.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
      onChange={chooseTheme}
    />
  );
}
