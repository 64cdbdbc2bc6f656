import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
export default defineConfig({
  files: ['src/**/*.ts'],
  plugins: { '@typescript-eslint': tseslint.plugin },
  languageOptions: { parser: tseslint.parser },
  rules: { '@typescript-eslint/no-shadow': 'error', 'max-params': ['error', 4], complexity: 'off' },
});
