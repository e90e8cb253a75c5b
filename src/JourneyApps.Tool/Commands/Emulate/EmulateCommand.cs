using System.Security.Cryptography;
using JourneyApps.Emulator;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Emulate;

/// <summary><c>journeyapps emulate</c>: serves the Backend API for a schema until it is stopped.</summary>
internal static class EmulateCommand
{
    private const int TokenLength = 32;

    public static Command Create(Terminal terminal)
    {
        Argument<string> file = SchemaCliOptions.File("The schema file. Default: schema.xml in this folder.");
        Option<string> schema = new("--schema", "-s") { Description = "The schema file, instead of the argument." };
        Option<ushort> port = new("--port", "-p") { Description = "The port on this machine. Default: a free port." };
        Option<string> data = new("--data", "-d")
        {
            Description = "A SQLite file that stores the objects; created when missing. Default: in memory, lost when the command ends.",
        };
        Option<string> token = new("--token") { Description = "The token to accept. Default: a random token, which is printed." };
        Option<string[]> allowHost = new("--allow-host")
        {
            Description = "Another name under which the emulator may be called, such as host.docker.internal.",
        };
        Option<string[]> allowOrigin = new("--allow-origin")
        {
            Description = "The origin of a web page that may call the emulator, such as http://localhost:5173.",
        };
        Option<bool> acceptForms = new("--accept-forms") { Description = "Accept form bodies, as the platform does." };
        Option<int> latency = new("--latency")
        {
            Description = "The milliseconds that each request takes in addition; the platform takes 100 to 300. Default: 0.",
        };
        Option<double?> rate = new("--requests-per-second")
        {
            Description = "Answer requests above this rate with 429; the platform allows 20. Default: no limit.",
        };
        Option<int> burst = new("--burst")
        {
            Description = "The requests that --requests-per-second allows at once after a pause. Default: 1200, as on the platform.",
            DefaultValueFactory = static _ => EmulatorRateLimit.Platform.Burst,
        };
        Option<string> api = SchemaCliOptions.ApiVersion();
        Option<bool> allowChange = new("--allow-schema-change") { Description = "Open a data file that was written with another schema." };
        Reject(latency, static milliseconds => milliseconds is >= 0 and <= 60_000, "--latency must be 0 to 60000 milliseconds.");
        Reject(rate, static perSecond => perSecond is null or > 0, "--requests-per-second must be greater than 0.");
        Reject(burst, static requests => requests >= 1, "--burst must be at least 1.");
        ToolCommand command = new(
            "emulate",
            "Serves the Backend API v4 for a schema on this machine, for tests and first steps. Press Ctrl+C to stop.",
            "journeyapps emulate",
            "journeyapps emulate --schema schema.xml --port 5080 --data field.db",
            "journeyapps emulate --latency 150 --requests-per-second 20")
        {
            file, schema, port, data, token, api, allowChange, allowHost, allowOrigin, acceptForms, latency, rate, burst,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            // HTTP Basic takes the token as its password, so that there is one secret.
            string secret = parsed.GetValue(token) ?? $"O:{RandomNumberGenerator.GetHexString(TokenLength, lowercase: true)}";
            EmulatorOptions options = new()
            {
                Token = secret,
                Password = secret,
                AllowedHosts = parsed.GetValue(allowHost) ?? [],
                AllowedOrigins = parsed.GetValue(allowOrigin) ?? [],
                AcceptForms = parsed.GetValue(acceptForms),
                Port = parsed.GetValue(port),
                DataFile = parsed.GetValue(data),
                SchemaOptions = new SchemaOptions { ApiVersion = parsed.GetValue(api) },
                AllowSchemaChange = parsed.GetValue(allowChange),
                DataBrowser = true,
                Latency = TimeSpan.FromMilliseconds(parsed.GetValue(latency)),
                RateLimit = parsed.GetValue(rate) is { } perSecond ? new EmulatorRateLimit(perSecond, parsed.GetValue(burst)) : null,
            };
            return RunAsync(terminal, parsed.GetValue(schema) ?? parsed.GetRequiredValue(file), options, cancellationToken);
        });
        return command;
    }

    private static void Reject<T>(Option<T> option, Func<T?, bool> isValid, string otherwise)
        => option.Validators.Add(result =>
        {
            if (!isValid(result.GetValueOrDefault<T>())) result.AddError(otherwise);
        });

    private static async Task<int> RunAsync(Terminal terminal, string path, EmulatorOptions options, CancellationToken cancellationToken)
    {
        var file = SchemaFile.ReadValid(path, options.SchemaOptions.ApiVersion);
        await using JourneyEmulator emulator = await StartAsync(file.Path, options, cancellationToken);
        terminal.Out.WriteLine($"Base URL: {emulator.BaseAddress}");
        terminal.Out.WriteLine($"Token:    {emulator.Token}");
        terminal.Out.WriteLine($"Try:      curl -H \"Authorization: Bearer {emulator.Token}\" {emulator.BaseAddress}datamodel.json");
        terminal.Out.WriteLine($"Browse:   {emulator.DataBrowserUrl}");
        terminal.Out.WriteLine($"Serving {Plural.Of(file.Schema.DataModel.Models.Count, "model")}. Press Ctrl+C to stop.");
        await terminal.Out.FlushAsync(cancellationToken);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C ends the emulator normally.
        }

        return ExitCode.Success;
    }

    private static async Task<JourneyEmulator> StartAsync(string path, EmulatorOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await JourneyEmulator.StartFromFileAsync(path, options, cancellationToken);
        }
        catch (EmulatorDataException exception)
        {
            throw new ToolException(exception.Message);
        }
    }
}
