import { APP_ID, TENANT } from '../../support/identity.ts';
import { TAB_HOST, TAB_ID } from '../../support/tokens.ts';
import { BACKUPS, BLOBS, TABLES } from './storage.ts';

/** The settings with which Azure would start the program. */
export const SETTINGS = {
  NODE_ENV: 'production',
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppId: APP_ID,
  MicrosoftAppTenantId: TENANT,
  MALLOC_ARENA_MAX: '2',
  ...{ TABLES, BLOBS, BACKUPS, TAB_ID, TAB_HOST },
} as const;
