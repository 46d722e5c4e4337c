/** What a page says when an act is done, though the part of it that asked is not there any more. */
import { endSession } from '@kept/api';
import { QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { LanguageProvider } from '../app/language.tsx';
import { loadMessages } from '../messages/load.ts';
import { ProofProvider } from './proof.tsx';
import { makeQueryClient, useAct } from './query.ts';

afterEach(() => vi.unstubAllGlobals());

type Act = ReturnType<typeof useAct<typeof endSession>>;

function Asks({ give }: { give(act: Act): void }) {
  give(useAct(endSession));
  return null;
}

/** Drawn once and never mounted: to the act it is gone before anything is answered. */
async function actOfOneWhoIsGone(): Promise<Act> {
  const messages = await loadMessages('en');
  const given = vi.fn<(act: Act) => void>();
  renderToString(
    <QueryClientProvider client={makeQueryClient()}>
      <LanguageProvider first="en" messages={messages}>
        <ProofProvider>
          <Asks give={given} />
        </ProofProvider>
      </LanguageProvider>
    </QueryClientProvider>,
  );
  return given.mock.lastCall![0];
}

it.each([
  [204, 'done'],
  [500, 'ApiFailure'],
])('what follows an answer of %i follows once, also where whoever asked is gone', async (status, expected) => {
  vi.stubGlobal('fetch', async () => new Response(null, { status }));
  const { mutate } = await actOfOneWhoIsGone();
  const told = vi.fn();
  mutate({}, { onSuccess: () => told('done'), onError: ({ name }) => told(name) });
  await vi.waitFor(() => expect(told.mock.calls).toEqual([[expected]]), 10_000);
});
