import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiProblem } from './api.ts'
import { type Asking, router } from './app.tsx'
import { texts } from './i18n/texts.ts'
import { startWords } from './i18n/words.ts'
import { meQuery } from './session.tsx'
import { startTheme } from './theme/index.ts'
import './theme/theme.css'
import './theme/base.css'

startTheme()
startWords(texts)

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays one; a lost connection or a restarting server may come back.
      retry: (times, problem) =>
        times < 2 && (!(problem instanceof ApiProblem) || problem.code === 'offline'),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

// Asked before anything is drawn: all that is drawn waits for it.
void client.prefetchQuery(meQuery)

const place = document.getElementById('app')
if (place)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} context={{ client } satisfies Asking} />
      </QueryClientProvider>
    </StrictMode>,
  )
