/** Beside the database (`nam5`), and one of those that Hosting can reach. firebase.json repeats it. */
export const REGION = 'us-central1';
