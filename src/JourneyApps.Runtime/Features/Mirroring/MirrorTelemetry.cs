using JourneyApps.Mirroring;
using Microsoft.Extensions.Logging;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>Log lines of mirrors: models and counts, never values.</summary>
internal static partial class MirrorTelemetry
{
    internal static void Note(ILogger logger, MirrorProgress progress)
    {
        switch (progress.Event)
        {
            case MirrorEvent.FellBackToFullPasses:
                FellBack(logger, progress.Model);
                break;
            case MirrorEvent.Resync:
                Resync(logger);
                break;
            case MirrorEvent.DataModelChanged:
                DataModel(logger, progress.DataModelChanges.Count);
                break;
            case MirrorEvent.CaughtUp:
                Complete(logger, progress.Model);
                break;
            default:
                Step(logger, progress.Event, progress.Model, progress.Changes);
                break;
        }
    }

    [LoggerMessage(
        EventId = 20, Level = LogLevel.Warning,
        Message = "JourneyApps mirror: the server does not compare ids as text; {Model} is read page by "
            + "page until nothing changes during a pass")]
    private static partial void FellBack(ILogger logger, string? model);

    [LoggerMessage(
        EventId = 21, Level = LogLevel.Warning,
        Message = "JourneyApps mirror: the oplog no longer contains the entry at which the mirror stopped; everything is loaded again")]
    private static partial void Resync(ILogger logger);

    [LoggerMessage(
        EventId = 22, Level = LogLevel.Warning,
        Message = "JourneyApps mirror: the deployment's data model changed, with {Count} changes in mirrored models")]
    private static partial void DataModel(ILogger logger, int count);

    [LoggerMessage(EventId = 23, Level = LogLevel.Information, Message = "JourneyApps mirror: the snapshot of {Model} is complete")]
    private static partial void Complete(ILogger logger, string? model);

    [LoggerMessage(EventId = 24, Level = LogLevel.Debug, Message = "JourneyApps mirror: {Event} {Model}, {Changes} changes")]
    private static partial void Step(ILogger logger, MirrorEvent @event, string? model, int changes);
}
