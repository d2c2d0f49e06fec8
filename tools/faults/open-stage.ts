import { chromium, type Browser } from '@playwright/test';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { CHROMIUM_ARGS } from '../browser/chromium-args.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { PROJECT_ID } from '../suite/suite.ts';
import { openBackstage, type Backstage } from './backstage.ts';
import { suiteAddresses, type SuiteAddresses } from './suite-addresses.ts';

/** Where scenarios are played. */
export interface Stage {
  readonly browser: Browser;
  readonly backstage: Backstage;
  readonly suite: SuiteAddresses;
  /** Another build of the client than Hosting's; null: that one. */
  readonly clientFolder: string | null;
  close(): Promise<void>;
}

/** What is taken away from the product, in this run only. */
export interface Weakness {
  readonly clientFolder: string | null;
  readonly weakenRules: (rules: string) => string;
}

const NONE: Weakness = { clientFolder: null, weakenRules: (rules) => rules };

/** Over the suite that the environment names: see `environmentFor`. */
export async function openStage(weakness = NONE): Promise<Stage> {
  const { clientFolder } = weakness;
  const suite = suiteAddresses();
  const app = initializeApp({ projectId: PROJECT_ID }, `stage-${clientFolder}`);
  const project = { address: suite.firestore, projectId: PROJECT_ID };
  const [browser, backstage] = await Promise.all([
    findChromium().then((executablePath) =>
      chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] }),
    ),
    openBackstage(app, project, weakness.weakenRules),
  ]);
  return {
    browser,
    backstage,
    suite,
    clientFolder,
    async close() {
      await Promise.all([browser.close(), deleteApp(app)]);
    },
  };
}
