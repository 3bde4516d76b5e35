import { POSTGRES_PORT, POSTGRES_USER } from './settings';

/** Predictions that outlive a restart, written by many requests at once. */
export const CLIENT_EXAMPLE = `# pip install "psycopg[binary]"
#
# In a pod of your place, take PGPASSWORD from the Secret "postgres". On your own machine, forward the port, then:
#   export PGHOST=localhost
#   export PGPASSWORD=$(kubectl get secret postgres -o jsonpath='{.data.password}' | base64 -d)
import os

import psycopg

connection = psycopg.connect(
    host=os.environ.get("PGHOST", "postgres"),
    port=os.environ.get("PGPORT", "${POSTGRES_PORT}"),
    user="${POSTGRES_USER}",
    dbname="${POSTGRES_USER}",
    password=os.environ["PGPASSWORD"],
    connect_timeout=5,
)

with connection:
    connection.execute(
        """
        create table if not exists predictions (
            id bigint generated always as identity primary key,
            model text not null,
            input jsonb not null,
            output double precision not null,
            made_at timestamptz not null default now()
        )
        """
    )
    # Values go beside the statement, never into it.
    connection.execute(
        "insert into predictions (model, input, output) values (%s, %s, %s)",
        ("houses-1", psycopg.types.json.Jsonb({"MedInc": 8.3, "HouseAge": 41}), 4.53),
    )
    connection.commit()
    rows = connection.execute(
        "select model, count(*), avg(output) from predictions group by model order by model"
    ).fetchall()

for model, count, mean in rows:
    print(f"{model}: {count} predictions, {mean:.2f} on average")
`;

/** A schema that grows by steps which are all kept; \`psql\` applies it any number of times. */
export const SCHEMA_EXAMPLE = `-- kubectl exec -i postgres-0 -c postgres -- psql -U ${POSTGRES_USER} < schema.sql
begin;
create table if not exists schema_steps (step integer primary key, applied_at timestamptz not null default now());

create table if not exists labels (
  example text primary key,
  label text not null,
  labelled_at timestamptz not null default now()
);
insert into schema_steps (step) values (1) on conflict do nothing;

create index if not exists labels_by_label on labels (label);
insert into schema_steps (step) values (2) on conflict do nothing;
commit;
`;
