export { setup } from './azurite.ts';
