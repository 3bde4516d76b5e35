/** A small course with a remark on every key, for those who start from nothing. */
export const STARTING_COURSE = `# A course as data: what is taught when, and what each lab needs. All times are local to the cohort that
# takes it. "practicum course check" tells what is wrong; docs/course.md explains every key.

id: my-course
title: A course of mine
# institution: University of Example

# Weeks with classes; weeks that a cohort names under "breaks" are not counted.
weeks: 4

# Weekly classes; a cohort can name its own.
sessions:
  - { day: tuesday, starts: "16:00", ends: "17:30" }

topics:
  - { week: 1, title: A service in a container }
  - { week: 2, title: A cache in front of it }
  - { week: 3, title: What it does under load }
  - { week: 4, title: What comes next }

# 0: late work gets zero. To take it for five days at half a percent an hour, with 15 days of the term forgiven:
# { acceptedDays: 5, percentPerHour: 0.5, forgivenDays: 15 }
late: { acceptedDays: 0 }

# Images that may run in every place, beside those that students build and push and those of toolkits.
images:
  - docker.io/library/python
  - docker.io/library/busybox
  - docker.io/curlimages/curl
  - docker.io/grafana/k6

# What students' own work gets in a lab, beside its toolkits: guaranteed, and at most. What is guaranteed costs.
sizes:
  service:
    cpu: 250m
    cpuLimit: 1
    memory: 512Mi
    memoryLimit: 1Gi
    storage: 1Gi
    ephemeralStorage: 8Gi
    pods: 5
    volumes: 1
    services: 3

# In the order they open. Due is a day of a week, so many days after opening, or so many hours before the last class.
labs:
  - id: lab1
    title: Serve a model behind a cache
    weight: 40
    opens: { week: 1, day: tuesday, time: "18:00" }
    due: { daysAfterOpening: 13, time: "23:59" }
    size: service
    # "setUp: student": setting it up is the work of the lab. Without it, it stands ready when the lab opens.
    toolkits:
      - { id: prediction-api, size: small, setUp: student }
      - { id: redis, size: small }
    teaches: [containers, caching]

  - id: project
    title: Show that it holds
    weight: 40
    # Without this, each student works alone; a cohort can name other labs under "teamLabs".
    workedBy: team
    opens: { week: 3, day: tuesday, time: "18:00" }
    due: { hoursBeforeLastSession: 24 }
    size: service
    toolkits:
      - { id: grafana, size: small }
      - { id: k6, size: small }
    teaches: [metrics, latency]
    # What "practicum grade" asks of the service under load; leave it out where people judge.
    load:
      path: /predict
      virtualUsers: 5
      duration: 5m
      thresholds: { requestsPerSecond: 10, p95: 2s }

# Graded work that needs no place; "held" is for what has its hour.
other:
  - { id: exam, title: Exam, weight: 20, held: { week: 4, day: tuesday, time: "16:00", minutes: 90 } }
`;
