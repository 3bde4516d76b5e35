/** Folder that what Google says of images is put into. */
export const SCANS_FOLDER = 'scans';
