import { Component, type ReactNode } from 'react';
import { t } from '../i18n/t.ts';
import { Button } from './button.tsx';
import { FullPage } from './full-page.tsx';

/** Instead of a blank page: what is written and queued is kept elsewhere, and a new page shows it. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly hasFailed: boolean }
> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <FullPage hasHeading={false}>
        <p role="alert">{t('trouble.page')}</p>
        <Button onClick={() => location.reload()}>{t('trouble.reload')}</Button>
      </FullPage>
    );
  }
}
