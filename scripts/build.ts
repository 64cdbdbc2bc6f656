import { execSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { buildTab } from './build-tab.ts';

// dist/ mirrors the project: dist/src finds the cards and the version by the same relative path as src does.
rmSync('dist', { recursive: true, force: true });
execSync('tsc --project tsconfig.build.json', { stdio: 'inherit' });
cpSync('cards', 'dist/cards', { recursive: true });
await buildTab();
cpSync('assets', 'dist/assets', { recursive: true });
cpSync('package.json', 'dist/package.json');
