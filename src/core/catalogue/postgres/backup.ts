import { contentHash } from '../../domain/content-hash';

/** Folder of the bucket that has the backups, one for each day of the week. */
export const BACKUP_FOLDER = 'backups/postgres';

const DUMP = `#!/bin/sh
# Writes all of the database into one packed file; says so and ends well while the database sleeps.
set -eu
if ! pg_isready --quiet --timeout=10; then
  echo 'The database sleeps: nothing to back up.'
  exit 0
fi
pg_dump --no-password --format=custom --file="$DUMP_FOLDER/unfinished"
mv "$DUMP_FOLDER/unfinished" "$DUMP_FOLDER/dump"
`;

const UPLOAD = `#!/bin/sh
# Puts the dump into the bucket of the place, in the place of last week's of the same day.
set -eu
[ -f "$DUMP_FOLDER/dump" ] || exit 0
# Google's token of the account that the pod runs as: there is no key, and the token is in no argument.
token=$(curl --fail --silent --show-error --retry 5 --retry-all-errors --header 'Metadata-Flavor: Google' \\
  "$METADATA_SERVER/computeMetadata/v1/instance/service-accounts/default/token" |
  sed 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/')
object="${BACKUP_FOLDER}/day-$(date -u +%u).dump"
printf 'header = "Authorization: Bearer %s"\\n' "$token" |
  curl --config - --fail --silent --show-error --retry 5 --upload-file "$DUMP_FOLDER/dump" --output /dev/null \\
    "$STORAGE/$BUCKET/$object"
echo "gs://$BUCKET/$object"
`;

/** The scripts of the backup, by name. */
export const BACKUP_FILES: Readonly<Record<string, string>> = { 'dump.sh': DUMP, 'upload.sh': UPLOAD };

/** Four times a day, so that one of them meets the database awake; not all places at the same minute. */
export const backupSchedule = (namespace: string): string =>
  `${parseInt(contentHash(namespace).slice(0, 6), 16) % 60} */6 * * *`;
