import { jsonArg, type Method, Refused, stringArg } from './method.js';

/** An upload that was announced, and its bytes once they came. */
export interface Upload {
  id: string;
  length: number;
  bytes?: number;
  shared?: string;
}

/** The three steps of an upload: announce, send the bytes, complete. */
export function fileMethods(uploads: Map<string, Upload>, root: () => string): Record<string, Method> {
  return {
    'files.getUploadURLExternal': {
      auth: 'bot',
      scopes: ['files:write'],
      run({ args, world }) {
        stringArg(args, 'filename');
        const length = Number(args.length);
        if (!(length > 0)) throw new Refused('invalid_arguments');
        const id = world.nextId('F');
        uploads.set(id, { id, length });
        return { upload_url: `${root()}/upload/${id}`, file_id: id };
      },
    },
    'files.completeUploadExternal': {
      auth: 'bot',
      scopes: ['files:write'],
      run({ args }) {
        const files = jsonArg(args, 'files') as { id: string }[];
        for (const { id } of files) {
          const upload = uploads.get(id);
          if (upload?.bytes !== upload?.length || upload === undefined) throw new Refused('file_not_found');
          if (typeof args.channel_id === 'string') upload.shared = args.channel_id;
        }
        return { files };
      },
    },
  };
}
