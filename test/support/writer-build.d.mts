/** Builds modules of the repository, named by their paths without ending, so that plain Node can run or import them. */
export function buildModules(...modules: string[]): Promise<{
  folder: string;
  path(module: string): string;
  remove(): void;
}>;
