# Two stages: the first builds the environment, the second holds only what runs.
FROM python:3.12-slim AS build
ENV UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1
RUN pip install --no-cache-dir uv
WORKDIR /app
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY content content
COPY lessons lessons
COPY storage storage
# The exact versions are the constraint-dependencies of pyproject.toml.
RUN uv sync --no-dev --no-editable --extra postgres --extra sentry

FROM python:3.12-slim
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin lectern \
    && mkdir /data /backup && chown lectern:lectern /data /backup
COPY --from=build /app/.venv /app/.venv
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    MPLCONFIGDIR=/tmp/matplotlib \
    DATABASE_URL=sqlite:////data/lectern.db \
    LECTERN_LISTEN=0.0.0.0:8080
USER lectern
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/healthz', timeout=3)"]
ENTRYPOINT ["lectern"]
CMD ["run"]
