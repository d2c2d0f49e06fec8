import { pathToFileURL } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/**
 * Turns each catalogue's ICU messages into what @lingui/core reads, when the client is built: the
 * parser stays out of the browser, and nothing is parsed at each rendering.
 */
export function compileCatalogues(): Plugin {
  let version = 0;
  return {
    name: 'plaza-compile-catalogues',
    enforce: 'pre',
    transform: {
      filter: { id: /\/web\/src\/i18n\/(en|de)\.ts$/ },
      async handler(_, id) {
        version += 1;
        const catalogues = (await import(`${pathToFileURL(id).href}?v=${version}`)) as Record<
          string,
          Record<string, string>
        >;
        const code = Object.entries(catalogues).map(
          ([name, messages]) => `export const ${name} = ${JSON.stringify(compile(messages))};\n`,
        );
        return { code: code.join(''), map: null };
      },
    },
  };
}

function compile(messages: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [key, compileMessageOrThrow(message)]),
  );
}
