using System.Security.Cryptography;
using JourneyApps.Emulator;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Emulate;

/// <summary><c>journeyapps emulate</c>: serves the Backend API for a schema until it is stopped.</summary>
internal static class EmulateCommand
{
    private const int TokenLength = 32;
    private static readonly TimeSpan DeliveryInterval = TimeSpan.FromMilliseconds(200);

    public static Command Create(Terminal terminal)
    {
        Argument<string> file = SchemaCliOptions.File("The schema file. Default: schema.xml in this folder.");
        Option<string> schema = new("--schema", "-s") { Description = "The schema file, instead of the argument." };
        Option<bool> sample = new("--sample")
        {
            Description = "Serve the sample app of the documentation with a few objects, instead of a schema file.",
        };
        Option<ushort> port = new("--port", "-p") { Description = "The port on this machine. Default: a free port." };
        Option<string> data = new("--data", "-d")
        {
            Description = "A SQLite file that stores the objects; created when missing. Default: in memory, lost when the command ends.",
        };
        Option<string[]> seed = new("--seed")
        {
            Description = "A .jsonl or .csv file of an export, or a folder with such files, whose objects are created when they do not "
                + "exist. The name of a file is the model. Can be repeated.",
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
            Description = "The milliseconds that each request takes at least; the platform takes 100 to 300. Default: 0.",
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
        Option<string[]> faults = new("--fault")
        {
            Description = "Let requests fail, such as status=503,route=batch,skip=2,times=3. Can be repeated; the first that matches "
                + "applies.",
        };
        Option<int?> randomSeed = new("--random-seed")
        {
            Description = "A number that makes the probabilities of faults and the random order of lists the same in each run.",
        };
        Option<int> pageSize = new("--page-size")
        {
            Description = "The most objects in one page, from 1 to 1000. Default: 1000, as on the platform.",
            DefaultValueFactory = static _ => new EmulatorOptions().PageSize,
        };
        Option<int?> oplogLimit = new("--oplog-limit")
        {
            Description = "The number of changes that the oplog keeps; older ones are removed. Default: all.",
        };
        WebhookOptions webhooks = new();
        Option<string> api = SchemaCliOptions.ApiVersion();
        Option<bool> allowChange = new("--allow-schema-change") { Description = "Open a data file that was written with another schema." };
        Reject(latency, static milliseconds => milliseconds is >= 0 and <= 60_000, "--latency must be 0 to 60000 milliseconds.");
        Reject(rate, static perSecond => perSecond is null or > 0, "--requests-per-second must be greater than 0.");
        Reject(burst, static requests => requests >= 1, "--burst must be at least 1.");
        Reject(pageSize, static objects => objects is >= 1 and <= 1000, "--page-size must be 1 to 1000.");
        Reject(oplogLimit, static changes => changes is null or >= 1, "--oplog-limit must be at least 1.");
        ToolCommand command = new(
            "emulate",
            "Serves the Backend API v4 for a schema on this machine, for tests and first steps. Press Ctrl+C to stop.",
            "journeyapps emulate",
            "journeyapps emulate --sample",
            "journeyapps emulate --schema schema.xml --port 5080 --data field.db",
            "journeyapps emulate --seed backup --webhook job_done=http://localhost:5080/webhooks",
            "journeyapps emulate --latency 150 --requests-per-second 20",
            "journeyapps emulate --fault status=503,times=always,probability=0.1 --fault reset-after,route=batch")
        {
            file, schema, sample, port, data, seed, token, api, allowChange, allowHost, allowOrigin, acceptForms, latency, rate, burst,
            faults, randomSeed, pageSize, oplogLimit,
        };
        webhooks.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            // HTTP Basic takes the token as its password, so that there is one secret.
            string secret = parsed.GetValue(token) ?? $"O:{RandomNumberGenerator.GetHexString(TokenLength, lowercase: true)}";
            bool isSample = parsed.GetValue(sample);
            if (isSample && (parsed.GetValue(schema) is not null || parsed.GetResult(file) is { Implicit: false }))
                throw new ToolException("use either --sample or a schema file.", ExitCode.Usage);
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
                Seed = parsed.GetValue(randomSeed),
                PageSize = parsed.GetValue(pageSize),
                OplogLimit = parsed.GetValue(oplogLimit),
            };
            Fault[] planned = [.. (parsed.GetValue(faults) ?? []).Select(FaultText.Parse)];
            string[] seeds = [.. (parsed.GetValue(seed) ?? []).SelectMany(SeedFiles.Find)];
            SchemaFile schemaFile = isSample
                ? SampleApp.Schema()
                : SchemaFile.ReadValid(parsed.GetValue(schema) ?? parsed.GetRequiredValue(file), options.SchemaOptions.ApiVersion);
            EmulateSettings settings = new(
                schemaFile, isSample, seeds, planned, webhooks.Read(parsed, schemaFile.Schema.DataModel, options));
            return RunAsync(terminal, settings, cancellationToken);
        });
        return command;
    }

    private static void Reject<T>(Option<T> option, Func<T?, bool> isValid, string otherwise)
        => option.Validators.Add(result =>
        {
            try
            {
                if (isValid(result.GetValueOrDefault<T>())) return;
            }
            catch (InvalidOperationException)
            {
                // The text is not a number of the option's type.
            }

            result.AddError(otherwise);
        });

    private static async Task<int> RunAsync(Terminal terminal, EmulateSettings settings, CancellationToken cancellationToken)
    {
        await using JourneyEmulator emulator = await StartAsync(settings, cancellationToken);
        DataModel dataModel = settings.Schema.Schema.DataModel;
        if (settings.IsSample) await SampleApp.LoadAsync(dataModel, emulator, terminal, cancellationToken);
        foreach (string path in settings.Seeds) await SeedFiles.LoadAsync(path, dataModel, emulator, terminal, cancellationToken);
        foreach (Fault fault in settings.Faults) emulator.Faults.Add(fault);
        terminal.Out.WriteLine($"Base URL: {emulator.BaseAddress}");
        terminal.Out.WriteLine($"Token:    {emulator.Token}");
        terminal.Out.WriteLine($"Try:      curl -H \"Authorization: Bearer {emulator.Token}\" {emulator.BaseAddress}datamodel.json");
        terminal.Out.WriteLine($"Browse:   {emulator.DataBrowserUrl}");
        if (settings.Options.Webhooks is [var first, ..]) terminal.Out.WriteLine($"Webhooks: signed with the secret {first.Secret}");
        terminal.Out.WriteLine($"Serving {Plural.Of(dataModel.Models.Count, "model")}. Press Ctrl+C to stop.");
        await terminal.Out.FlushAsync(cancellationToken);
        try
        {
            if (settings.Options.Webhooks.Count > 0) await PrintDeliveriesAsync(terminal, emulator, cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C ends the emulator normally.
        }

        return ExitCode.Success;
    }

    private static async Task PrintDeliveriesAsync(Terminal terminal, JourneyEmulator emulator, CancellationToken cancellationToken)
    {
        for (int printed = 0; ; await Task.Delay(DeliveryInterval, cancellationToken))
        {
            foreach (WebhookDelivery delivery in emulator.WebhookDeliveries.Skip(printed))
            {
                string status = delivery.StatusCode == 0 ? "no response" : $"status {delivery.StatusCode}";
                terminal.WriteMessage($"webhook {delivery.Name} to {delivery.Url}: {status}");
                printed++;
            }
        }
    }

    private static async Task<JourneyEmulator> StartAsync(EmulateSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            return settings.IsSample
                ? await JourneyEmulator.StartAsync(SampleApp.SchemaText(), settings.Options, cancellationToken)
                : await JourneyEmulator.StartFromFileAsync(settings.Schema.Path, settings.Options, cancellationToken);
        }
        catch (EmulatorDataException exception)
        {
            throw new ToolException(exception.Message);
        }
    }
}
