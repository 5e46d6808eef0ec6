import './nonce.ts';
import './style/mantine.ts';
import './style/desk.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { sayTooOld } from './api.ts';
import { nonce } from './nonce.ts';
import { AskProvider } from './parts/ask.tsx';
import { NoticesProvider } from './parts/notices.tsx';
import { router } from './routes.tsx';
import { theme, variables } from './theme.ts';
import { WordsProvider } from './words/words.tsx';

// A part of the application that is no longer there: the server was upgraded under an open page.
addEventListener('vite:preloadError', () => {
  sayTooOld();
});

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, retry: false, networkMode: 'always' }, mutations: { retry: false } },
});

const place = document.getElementById('desk');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
        deduplicateInlineStyles
      >
        <WordsProvider>
          <QueryClientProvider client={queries}>
            <NoticesProvider>
              <AskProvider>
                <RouterProvider router={router} />
              </AskProvider>
            </NoticesProvider>
          </QueryClientProvider>
        </WordsProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
