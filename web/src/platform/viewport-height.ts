/**
 * Tells the page in `--viewport-height` how high it is above a phone's keyboard, for browsers that lay
 * the keyboard over it. iOS tells late after switching apps, so it is asked again.
 */
export function followViewportHeight(): () => void {
  const viewport = window.visualViewport;
  if (viewport === null) return () => {};
  const { style } = document.documentElement;
  const tell = () => {
    // Zoomed in, the view is only a part of the page.
    if (viewport.scale === 1) style.setProperty('--viewport-height', `${viewport.height}px`);
  };
  tell();
  viewport.addEventListener('resize', tell);
  window.addEventListener('pageshow', tell);
  document.addEventListener('focusin', tell);
  return () => {
    viewport.removeEventListener('resize', tell);
    window.removeEventListener('pageshow', tell);
    document.removeEventListener('focusin', tell);
    style.removeProperty('--viewport-height');
  };
}
