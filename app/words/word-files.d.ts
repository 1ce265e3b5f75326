// What remix.config.js tells the server: the browser's file of each topic of each language, as the build named them.
declare module "virtual:word-files" {
  const wordFiles: Readonly<Record<string, Readonly<Record<string, string>>>>;
  export default wordFiles;
}
