namespace JourneyApps.Emulator.Command;

/// <summary>The emulator as a command: serves a schema until it is stopped.</summary>
internal static class EmulatorCommand
{
    private const string Usage = """
        Serves the JourneyApps Backend API v4 for a schema.

        usage: --schema <file> [--data <file>] [--port <number>] [--token <text>] [--allow-schema-change]

          --schema               the app's schema.xml
          --data                 a SQLite file for the data; without, it is in memory and gone at the end
          --port                 the loopback port; without, a free one
          --token                the named token to accept
          --allow-schema-change  take over a data file that was written with another schema
        """;

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">The arguments; <c>--help</c> lists them.</param>
    /// <param name="output">Where the base URL is printed.</param>
    /// <param name="error">Where errors are printed.</param>
    /// <param name="cancellationToken">Stops serving.</param>
    /// <returns>The exit code: 0, 1 when the emulator cannot start, 2 for wrong arguments.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (arguments.Contains("--help"))
        {
            await output.WriteLineAsync(Usage).ConfigureAwait(false);
            return 0;
        }

        if (EmulatorArguments.TryParse(arguments, out string schemaFile, out EmulatorOptions options) is { } mistake)
        {
            await error.WriteLineAsync($"{mistake}{Environment.NewLine}{Environment.NewLine}{Usage}").ConfigureAwait(false);
            return 2;
        }

        try
        {
            string schema = await File.ReadAllTextAsync(schemaFile, cancellationToken).ConfigureAwait(false);
            await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(schema, options, cancellationToken).ConfigureAwait(false);
            await output.WriteLineAsync($"Base URL: {emulator.BaseAddress}").ConfigureAwait(false);
            await output.WriteLineAsync($"Token:    {emulator.Token}").ConfigureAwait(false);
            await output.WriteLineAsync($"Try:      curl -H \"Authorization: Bearer {emulator.Token}\" {emulator.BaseAddress}datamodel.json").ConfigureAwait(false);
            await output.WriteLineAsync($"Browse:   {emulator.DataBrowserUrl}").ConfigureAwait(false);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
            return 0;
        }
        catch (EmulatorSchemaException exception)
        {
            await error.WriteLineAsync($"{schemaFile}: {exception.Message}").ConfigureAwait(false);
            return 1;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or EmulatorDataException)
        {
            await error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return 1;
        }
    }
}
