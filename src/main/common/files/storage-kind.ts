/** Why a folder must not hold the data: SQLite's write-ahead log needs one machine and true file locks. */
export type UnfitReason = 'NETWORK_SHARE' | 'CLOUD_SYNC'

export type FolderFacts = Readonly<{
  platform: NodeJS.Platform
  /** Absolute, links and mapped drives resolved. */
  path: string
  /** As the system's mount table calls it; null when unknown. */
  fileSystem: string | null
  /** Folders that a sync program has told the system about, such as `%OneDrive%`. */
  syncedFolders: readonly string[]
}>

const NETWORK_FILE_SYSTEMS: ReadonlySet<string> = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb',
  'smb2',
  'smb3',
  'smbfs',
  'afpfs',
  'afs',
  'webdav',
  'davfs',
  'fuse.davfs2',
  'fuse.sshfs',
  'fuse.rclone',
  'fuse.s3fs',
  'fuse.gvfsd-fuse',
  'fuse.vmhgfs-fuse',
  'fuse.glusterfs',
  'fuse.ceph',
  'ceph',
  'glusterfs',
  'lustre',
  'beegfs',
  'ncpfs',
  'vboxsf',
  '9p',
])

/** Folder names that sync programs make, in lower case; some are in the language of the account. */
const SYNC_FOLDER = [
  /^onedrive( ?- ?.+)?$/,
  /^dropbox( \(.+\))?$/,
  /^google ?drive(-.+| \(.+\))?$/,
  /^(my|shared) drive(s)?( \(.+\))?$/,
  /^(drive của tôi|bộ nhớ dùng chung)( \(.+\))?$/,
  /^(mon drive|mi unidad|meine ablage|il mio drive|mijn drive|meu drive)( \(.+\))?$/,
  /^(мой диск|マイドライブ|我的云端硬盘|我的雲端硬碟|내 드라이브|ไดรฟ์ของฉัน)$/,
  /^icloud ?drive( \(.+\))?$/,
  /^mobile documents$/,
  /^cloudstorage$/,
  /^nextcloud$/,
  /^owncloud$/,
  /^box sync$/,
  /^mega(sync)?$/,
  /^pcloud ?drive$/,
]

/** The reason to refuse a folder, or null when it is fit as far as can be told. */
export function unfitReasonOf(facts: FolderFacts): UnfitReason | null {
  if (isNetworkPath(facts) || isNetworkFileSystem(facts.fileSystem)) return 'NETWORK_SHARE'
  return isCloudPath(facts) ? 'CLOUD_SYNC' : null
}

/** `mount` of macOS (`… on /Volumes/x (smbfs, …)`) or `/proc/self/mounts` of Linux: the type under a path. */
export function fileSystemFromMounts(
  platform: NodeJS.Platform,
  mounts: string,
  path: string,
): string | null {
  const parse = platform === 'darwin' ? parseMacMount : parseLinuxMount
  const covering = mounts
    .split('\n')
    .map(parse)
    .filter((mount) => mount !== null)
    .filter(({ point }) => isInside(path, point, '/'))
  // The longest mount point wins, and of equal ones the last mounted.
  return (
    covering.reduce<Mount | null>(
      (best, mount) => (best !== null && best.point.length > mount.point.length ? best : mount),
      null,
    )?.type ?? null
  )
}

type Mount = Readonly<{ point: string; type: string }>

function parseMacMount(line: string): Mount | null {
  const match = /^.* on (\/.*) \(([^,)]+)[^)]*\)$/.exec(line)
  return match ? mountOf(match[1], match[2]) : null
}

function parseLinuxMount(line: string): Mount | null {
  const [, point, type] = line.split(' ')
  const plainPoint = point?.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  )
  return mountOf(plainPoint, type)
}

function mountOf(point: string | undefined, type: string | undefined): Mount | null {
  return point === undefined || type === undefined ? null : { point, type: type.trim() }
}

/** `\\server\share`, also in its long form; `\\?\C:\` and `\\.\` are local. */
function isNetworkPath({ platform, path }: FolderFacts): boolean {
  if (platform !== 'win32') return false
  const normal = path.replaceAll('/', '\\')
  return /^\\\\\?\\unc\\/i.test(normal) || /^\\\\[^?.\\]/.test(normal)
}

function isNetworkFileSystem(fileSystem: string | null): boolean {
  return fileSystem !== null && NETWORK_FILE_SYSTEMS.has(fileSystem.toLowerCase())
}

function isCloudPath({ platform, path, syncedFolders }: FolderFacts): boolean {
  const separator = platform === 'win32' ? '\\' : '/'
  const normal = platform === 'win32' ? path.replaceAll('/', '\\') : path
  const parts = normal.normalize('NFC').toLowerCase().split(separator)
  return (
    parts.some((part) => SYNC_FOLDER.some((pattern) => pattern.test(part))) ||
    syncedFolders.some((folder) => isInside(normal, folder, separator))
  )
}

function isInside(path: string, folder: string, separator: string): boolean {
  const fold = (text: string) => (separator === '\\' ? text.toLowerCase() : text)
  const base = folder.endsWith(separator) ? folder : `${folder}${separator}`
  return fold(`${path}${separator}`).startsWith(fold(base))
}
