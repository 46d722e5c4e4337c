import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { ProofProvider } from './api/proof.tsx';
import { makeQueryClient } from './api/query.ts';
import { ClauseProvider } from './app/clause.tsx';
import { firstLanguage, LanguageProvider } from './app/language.tsx';
import { watchPageTurns } from './app/page-turn.ts';
import { makeRouter } from './app/router.tsx';
import { loadMessages } from './messages/load.ts';
import { ToastProvider } from './ui/toast.tsx';
import './styles/index.css';

// Compiled checks need `new Function`, which the page's security policy refuses.
z.config({ jitless: true });

async function start(): Promise<void> {
  const language = firstLanguage();
  document.documentElement.lang = language;
  const messages = await loadMessages(language);
  const router = makeRouter();
  watchPageTurns(router);
  createRoot(document.getElementById('app')!).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={makeQueryClient()}>
          <LanguageProvider first={language} messages={messages}>
            <ProofProvider>
              <ToastProvider>
                <ClauseProvider>
                  <RouterProvider router={router} />
                </ClauseProvider>
              </ToastProvider>
            </ProofProvider>
          </LanguageProvider>
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  );
}

await start();
