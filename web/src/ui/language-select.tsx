import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { chooseLanguage } from './language-choice.ts';
import { SelectField } from './select-field.tsx';

const OPTIONS = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

export function LanguageSelect() {
  const language = useLanguage();
  return (
    <SelectField
      label={t('settings.language')}
      value={language}
      options={OPTIONS}
      onChange={(chosen) => void chooseLanguage(chosen).catch(() => {})}
    />
  );
}
