import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startWorker } from './platform/app-update.ts';
import { keepInstallPrompt } from './platform/install-prompt.ts';
import { reloadOnStaleChunk } from './platform/stale-chunk.ts';
import { finishClearing, followClearing } from './platform/clear-device.ts';
import { allowOwnWorkers } from './platform/trusted-types.ts';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { startLanguage } from './ui/language-choice.ts';
import './ui/base.css';

allowOwnWorkers();
reloadOnStaleChunk();
keepInstallPrompt();
followClearing();
await finishClearing();
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
startWorker();
