import { lazy, Suspense } from 'react';
import type { ReportDialogProps } from './report-dialog.tsx';

const ReportDialog = lazy(() =>
  import('./report-dialog.tsx').then(({ ReportDialog }) => ({ default: ReportDialog })),
);

/** Hardly anybody needs it: it is loaded when it is. */
export function ReportDialogOnDemand(props: ReportDialogProps) {
  return (
    <Suspense>
      <ReportDialog {...props} />
    </Suspense>
  );
}
