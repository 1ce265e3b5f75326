// What the linter holds us to, beyond what the compiler does: promises waited for, hooks in order, accessible markup, small files.
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { resolve } from "node:path";
import tseslint from "typescript-eslint";

const root = resolve(import.meta.dirname, "..", "..");

export default tseslint.config(
  { ignores: ["build/", ".cache/", "data/", "node_modules/", "coverage/"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommended, reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "max-lines": ["error", { max: 300 }],
      "no-console": "error",
      "no-debugger": "error",
      "no-control-regex": "error",
      eqeqeq: "error",
      // a table laid out as blocks on a narrow screen loses its roles, so they are said again
      "jsx-a11y/no-redundant-roles": ["error", { nav: ["navigation"], thead: ["rowgroup"], tbody: ["rowgroup"] }],
      "jsx-a11y/no-interactive-element-to-noninteractive-role": ["error", { tr: ["row"], td: ["cell"], th: ["columnheader"] }],
      // a heading's level is chosen while rendering; that makes no new component
      "react-hooks/static-components": "off",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false, arguments: false, properties: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" }],
      // Remix answers are thrown
      "@typescript-eslint/only-throw-error": "off",
    },
  },
  {
    // what speaks to the person at the terminal; random tests print their seed
    files: ["app/e2e/**", "server/bench/**", "server/commands/**", "server/main.ts", "server/present-demo.ts", "**/*.test.{ts,tsx}", "**/*testing.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.{js,mjs}"],
    extends: [tseslint.configs.recommended, tseslint.configs.disableTypeChecked],
    rules: { "max-lines": ["error", { max: 300 }] },
  },
);
