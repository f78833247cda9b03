@echo off
rem Installs secaudit from this folder, without Internet and without administrator rights.
rem install.cmd [FOLDER]: into FOLDER, or else into "secaudit" among your own programs.
setlocal
set "target=%~1"
if "%target%"=="" set "target=%LOCALAPPDATA%\Programs\secaudit"
if "%PYTHON%"=="" set "PYTHON=py -3"
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" || (
    echo secaudit needs Python 3.11 or newer 1>&2
    exit /b 1
)
%PYTHON% -m venv "%target%" || exit /b 1
"%target%\Scripts\python" -m pip install --quiet --disable-pip-version-check --no-index --find-links "%~dp0wheels" --require-hashes --requirement "%~dp0requirements.txt" || exit /b 1
echo %target%\Scripts\secaudit.exe
