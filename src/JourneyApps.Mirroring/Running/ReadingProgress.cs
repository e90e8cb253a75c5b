namespace JourneyApps.Mirroring.Running;

/// <summary>Passes on what the reading part of a mirror reports.</summary>
internal sealed class ReadingProgress(DatabaseMirrorOptions options, BackOff backOff) : IProgress<MirrorProgress>
{
    public void Report(MirrorProgress value)
    {
        backOff.Reset();
        options.Reading.Progress?.Report(value);
        bool isUpToDate = value.Event == MirrorEvent.UpToDate;
        options.Progress?.Report(new DatabaseMirrorProgress(isUpToDate ? DatabaseMirrorEvent.UpToDate : DatabaseMirrorEvent.Read)
        {
            Model = value.Model,
            Objects = value.Changes,
            Reading = value,
        });
    }
}
