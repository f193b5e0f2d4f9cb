"""Two hundred open pages, and how soon each hears of a new message."""

import asyncio
import json
import statistics
import time


async def hear(port: int, session: str, listeners: int, speak, words: int = 20) -> dict[str, float]:
    """Open so many streams, have `speak()` make news `words` times, and give the milliseconds until all heard.

    `speak` is called in a thread and returns the moment (time.perf_counter) at which its news was committed.
    """
    heard: list[list[float]] = [[] for _ in range(listeners)]
    ready = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(_listen(port, session, heard[n], ready)) for n in range(listeners)]
    for _ in range(listeners):
        await asyncio.wait_for(ready.acquire(), 60)
    delays: list[float] = []
    for word in range(words):
        at = await asyncio.to_thread(speak)
        for _ in range(400):
            if all(len(times) > word for times in heard):
                break
            await asyncio.sleep(0.01)
        delays += [(times[word] - at) * 1000 if len(times) > word else 60_000.0 for times in heard]
        await asyncio.sleep(0.1)
    for task in tasks:
        task.cancel()
    return {"p50": statistics.median(delays), "p95": statistics.quantiles(delays, n=20)[18], "worst": max(delays)}


async def _listen(port: int, session: str, heard: list[float], ready: asyncio.Semaphore) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        f"GET /live/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: pv_session={session}\r\n"
        "Accept: text/event-stream\r\n\r\n".encode()
    )
    await writer.drain()
    started = False
    while line := await reader.readline():
        if not started and line.strip() == b"":
            started = True
            ready.release()
        if line.startswith(b"data:") and json.loads(line[5:]).get("name") == "message.received":
            heard.append(time.perf_counter())
