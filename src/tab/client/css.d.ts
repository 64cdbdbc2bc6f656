/** Vite makes the style of what is imported so. */
declare module '*.css';
