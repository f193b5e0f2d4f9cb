"""Letters to be processed, as jobs."""

from petitevoix.channels.email import processing
from petitevoix.jobs.tasks import task


@task(queue="intake", priority=2)
def process_letter(intake_id: int) -> None:
    """Make a stored letter a message; one that was processed already is let be."""
    processing.process(intake_id)
