using JourneyApps.Emulator;

namespace JourneyApps.Tool.Commands.Emulate;

/// <summary><c>journeyapps emulate</c>: serves the Backend API for a schema until it is stopped.</summary>
internal static class EmulateCommand
{
    private static readonly TimeSpan DeliveryInterval = TimeSpan.FromMilliseconds(200);

    public static Command Create(Terminal terminal)
    {
        EmulateOptions options = new();
        ToolCommand command = new(
            "emulate",
            "Serves the Backend API v4 for a schema on this machine, for tests and first steps. Press Ctrl+C to stop.",
            "journeyapps emulate",
            "journeyapps emulate --sample",
            "journeyapps emulate --schema schema.xml --port 5080 --data field.db",
            "journeyapps emulate --seed backup --webhook job_done=http://localhost:5080/webhooks",
            "journeyapps emulate --latency 150 --requests-per-second 20",
            "journeyapps emulate --fault status=503,times=always,probability=0.1 --fault reset-after,route=batch");
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, options.Read(parsed), cancellationToken));
        return command;
    }

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
