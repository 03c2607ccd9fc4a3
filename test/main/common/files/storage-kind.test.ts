import { describe, expect, it } from 'vitest'

import { fileSystemFromMounts, unfitReasonOf } from '#main/common/files/storage-kind.ts'

function reasonOf(platform: NodeJS.Platform, path: string, fileSystem: string | null = null) {
  return unfitReasonOf({ platform, path, fileSystem, syncedFolders: [] })
}

describe('where data must not be kept', () => {
  it.each<[NodeJS.Platform, string, string | null]>([
    ['win32', '\\\\server\\share\\Hoi Am', 'NETWORK_SHARE'],
    ['win32', '//server/share/Hoi Am', 'NETWORK_SHARE'],
    ['win32', '\\\\?\\UNC\\server\\share', 'NETWORK_SHARE'],
    ['win32', '\\\\wsl.localhost\\Debian\\home', 'NETWORK_SHARE'],
    ['win32', '\\\\?\\C:\\Hoi Am', null],
    ['win32', 'C:\\Users\\a\\AppData\\Roaming\\Hoi Am', null],
    ['win32', 'C:\\Users\\a\\OneDrive\\Hoi Am', 'CLOUD_SYNC'],
    ['win32', 'C:\\Users\\a\\OneDrive - Công ty Ledu\\Hoi Am', 'CLOUD_SYNC'],
    ['win32', 'c:/users/a/onedrive/hoi am', 'CLOUD_SYNC'],
    ['win32', 'C:\\Users\\a\\iCloudDrive\\Hoi Am', 'CLOUD_SYNC'],
    ['win32', 'C:\\Users\\a\\Dropbox\\Hoi Am', 'CLOUD_SYNC'],
    ['win32', 'C:\\Users\\a\\Dropbox (Ledu)\\Hoi Am', 'CLOUD_SYNC'],
    ['win32', 'C:\\Users\\a\\Google Drive\\Hoi Am', 'CLOUD_SYNC'],
    ['win32', 'G:\\My Drive\\Hoi Am', 'CLOUD_SYNC'],
    ['win32', 'G:\\Drive của tôi\\Hoi Am', 'CLOUD_SYNC'],
    ['win32', 'G:\\Bộ nhớ dùng chung\\Hoi Am', 'CLOUD_SYNC'],
    ['win32', 'C:\\Users\\a\\Google Drive (1)\\Hoi Am', 'CLOUD_SYNC'],
    ['win32', 'C:\\Users\\a\\OneDrive - Personal (2)\\Hoi Am', 'CLOUD_SYNC'],
    ['darwin', `/Volumes/GoogleDrive/${'Drive của tôi'.normalize('NFD')}/Hoi Am`, 'CLOUD_SYNC'],
    ['darwin', '/Users/a/iCloud Drive (Lưu trữ)/Hoi Am', 'CLOUD_SYNC'],
    ['win32', 'G:\\Mon Drive\\Hoi Am', 'CLOUD_SYNC'],
    ['win32', 'G:\\マイドライブ\\Hoi Am', 'CLOUD_SYNC'],
    ['win32', 'D:\\Bộ nhớ\\Hoi Am', null],
    ['win32', 'D:\\OneDriveless\\Hoi Am', null],
    ['win32', 'D:\\Dropboxes\\Hoi Am', null],
    ['darwin', '/Users/a/Library/Mobile Documents/com~apple~CloudDocs/Hoi Am', 'CLOUD_SYNC'],
    ['darwin', '/Users/a/Library/CloudStorage/OneDrive-Ledu/Hoi Am', 'CLOUD_SYNC'],
    ['darwin', '/Users/a/Library/CloudStorage/GoogleDrive-a@b.vn/My Drive', 'CLOUD_SYNC'],
    ['darwin', '/Users/a/Library/Application Support/Hoi Am', null],
    ['linux', '/home/a/Nextcloud/hoi-am', 'CLOUD_SYNC'],
    ['linux', '/home/a/.local/share/hoi-am', null],
    // A backslash is an ordinary letter of a name outside Windows.
    ['linux', '\\\\server\\share', null],
  ])('%s %s: %s', (platform, path, reason) => {
    expect(reasonOf(platform, path)).toBe(reason)
  })

  it.each([
    ['nfs', 'NETWORK_SHARE'],
    ['nfs4', 'NETWORK_SHARE'],
    ['cifs', 'NETWORK_SHARE'],
    ['smb3', 'NETWORK_SHARE'],
    ['smbfs', 'NETWORK_SHARE'],
    ['afpfs', 'NETWORK_SHARE'],
    ['webdav', 'NETWORK_SHARE'],
    ['fuse.sshfs', 'NETWORK_SHARE'],
    ['9p', 'NETWORK_SHARE'],
    ['ext4', null],
    ['apfs', null],
    ['tmpfs', null],
    ['overlay', null],
    [null, null],
  ])('on a file system of type %s: %s', (fileSystem, reason) => {
    expect(reasonOf('linux', '/srv/hoi-am', fileSystem)).toBe(reason)
  })

  it('a folder that the sync program has given another name', () => {
    const facts = { platform: 'win32', fileSystem: null, syncedFolders: ['D:\\Đám mây'] } as const
    expect(unfitReasonOf({ ...facts, path: 'd:\\đám mây\\Hoi Am' })).toBe('CLOUD_SYNC')
    expect(unfitReasonOf({ ...facts, path: 'D:\\Đám mây khác\\Hoi Am' })).toBe(null)
  })
})

describe('the type of file system under a path', () => {
  const linux = [
    '/dev/vda / ext4 rw,relatime 0 0',
    'tmpfs /tmp tmpfs rw 0 0',
    'nas:/volume /mnt/nhà nfs4 rw 0 0',
    '//server/share /mnt/two\\040words cifs rw 0 0',
    'a /mnt/twice ext4 rw 0 0',
    'b /mnt/twice nfs rw 0 0',
  ].join('\n')
  const mac = [
    '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
    '/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)',
    '//an@nas._smb._tcp.local/Ho%20so on /Volumes/Ho so (smbfs, nodev, nosuid, mounted by an)',
    'nas:/export on /Volumes/export (2) (nfs)',
  ].join('\n')

  it.each<[NodeJS.Platform, string, string, string | null]>([
    ['linux', linux, '/home/a', 'ext4'],
    ['linux', linux, '/tmp/x', 'tmpfs'],
    ['linux', linux, '/tmpx', 'ext4'],
    ['linux', linux, '/mnt/two words/hoi-am', 'cifs'],
    ['linux', linux, '/mnt/nhà/hoi-am', 'nfs4'],
    ['linux', linux, '/mnt/twice', 'nfs'],
    ['linux', '', '/home/a', null],
    ['darwin', mac, '/Users/a/Library', 'apfs'],
    ['darwin', mac, '/Volumes/Ho so/Hoi Am', 'smbfs'],
    ['darwin', mac, '/Volumes/export (2)/Hoi Am', 'nfs'],
  ])('%s %#: %s', (platform, mounts, path, type) => {
    expect(fileSystemFromMounts(platform, mounts, path)).toBe(type)
  })
})
