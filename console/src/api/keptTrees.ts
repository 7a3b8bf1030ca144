import { act, read, type Answer, type Asked, type Body } from './contract';

type Path = '/dispatch/api/kept-categories' | '/dispatch/api/kept-places';
export type TreeName = 'categories' | 'places';
export type BranchPage = Answer<'/dispatch/api/kept-categories', 'get'>;
export type BranchLine = BranchPage['items'][number];
export type SavedBranch = Answer<'/dispatch/api/kept-categories/{code}', 'post'>;
export type BranchBody = Body<'/dispatch/api/kept-categories'>;
export type BranchChanges = Answer<'/dispatch/api/kept-categories/{code}/changes', 'get'>;
export type TreeReport = Answer<'/dispatch/api/kept-categories/file', 'post'>;

/** A tree that the city keeps; both are kept alike. */
export interface KeptTree {
  list: (query: Asked<Path>) => Promise<BranchPage>;
  add: (key: string, body: BranchBody) => Promise<SavedBranch>;
  change: (key: string, code: string, version: number, body: BranchBody) => Promise<SavedBranch>;
  changes: (code: string, query: { cursor?: string; limit?: number }) => Promise<BranchChanges>;
  preview: (key: string, endMissing: boolean, file: Blob) => Promise<TreeReport>;
  write: (key: string, endMissing: boolean, digest: string, file: Blob) => Promise<TreeReport>;
  template: string;
}

const FILE = 'application/octet-stream';

function kept(path: Path): KeptTree {
  return {
    list: (query) => read(path, { query }),
    add: (key, body) => act(path, { key, body }),
    change: (key, code, version, body) => act(`${path}/{code}`, { key, version, path: { code }, body }),
    changes: (code, query) => read(`${path}/{code}/changes`, { path: { code }, query }),
    preview: (key, endMissing, body) =>
      act(`${path}/file/preview`, { key, query: { endMissing: String(endMissing) }, body, contentType: FILE }),
    write: (key, endMissing, digest, body) =>
      act(`${path}/file`, { key, query: { endMissing: String(endMissing), digest }, body, contentType: FILE }),
    template: `${path}/file/template`,
  };
}

export const keptTrees: Record<TreeName, KeptTree> = {
  categories: kept('/dispatch/api/kept-categories'),
  places: kept('/dispatch/api/kept-places'),
};
