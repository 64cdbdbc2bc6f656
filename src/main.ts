// Settings come first: what is wrong with them is said at once, before a second goes into loading the rest.
import './settings.ts';

await import('./program.ts');
