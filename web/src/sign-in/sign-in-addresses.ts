/** What follows the # while a form is shown. Without it, there is the one to sign in. */
export const SIGN_IN = 'sign-in';
export const SIGN_UP = 'sign-up';
export const RESET_PASSWORD = 'reset-password';
