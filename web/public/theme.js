// Runs before the first paint, so that a chosen theme never flashes. `platform/theme.ts` chooses it.
(() => {
  const KEY = 'plaza.theme';

  /** @param {string | null} chosen anything but a theme's name follows the system */
  function apply(chosen) {
    const theme = chosen === 'light' || chosen === 'dark' ? chosen : null;
    if (theme === null) document.documentElement.removeAttribute('data-theme');
    else document.documentElement.setAttribute('data-theme', theme);
    for (const meta of document.head.querySelectorAll('meta[media]')) {
      const own = meta.getAttribute('media')?.includes('dark') === true ? 'dark' : 'light';
      meta.setAttribute('content', (theme ?? own) === 'dark' ? '#16191f' : '#ffffff');
    }
  }

  addEventListener('storage', (event) => {
    if (event.key === KEY) apply(event.newValue);
  });
  try {
    apply(localStorage.getItem(KEY));
  } catch {
    apply(null);
  }
})();
