import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { allowOwnWorkers } from './platform/trusted-types.ts';
import { startLanguage } from './ui/language-choice.ts';
import './ui/base.css';

allowOwnWorkers();
const root = document.querySelector('#root');
if (root !== null) {
  await startLanguage();
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </StrictMode>,
  );
}
