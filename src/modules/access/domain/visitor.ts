/** Whoever is signed in, as their session says. */
export interface Visitor {
  personId: string;
  sessionId: string;
  /** Empty as long as they did not say it. */
  name: string;
  /** Null for whoever entered by the link of the server and gave no address. */
  email: string | null;
  lang: 'fr' | 'en';
  /** Runs the instance. */
  isAdministrator: boolean;
  /** They entered by their mailbox at least once, or have none: nobody was there in their name before. */
  isProven: boolean;
  secondFactorAt: Date | null;
}
