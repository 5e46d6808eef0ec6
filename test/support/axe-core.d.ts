/** The short form of what the package exports; it brings types for the long one alone. */
declare module 'axe-core/axe.min.js' {
  export { default } from 'axe-core';
}
