/** The site key of reCAPTCHA Enterprise, which is no secret; empty: no App Check (docs/deploy.md). */
export const APP_CHECK_SITE_KEY: string = '';
