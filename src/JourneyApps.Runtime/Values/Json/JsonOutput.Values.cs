namespace JourneyApps.Internal.Values.Json;

/// <content>Values that are objects.</content>
internal sealed partial class JsonOutput
{
    public void WriteLocation(Location value, bool withFraction)
    {
        WriteRaw("{\"latitude\":"u8);
        WriteNumber(value.Latitude);
        WriteRaw(",\"longitude\":"u8);
        WriteNumber(value.Longitude);
        WriteOptional(",\"altitude\":"u8, value.Altitude);
        WriteOptional(",\"horizontal_accuracy\":"u8, value.HorizontalAccuracy);
        WriteOptional(",\"vertical_accuracy\":"u8, value.VerticalAccuracy);
        if (value.Timestamp is { } timestamp)
        {
            WriteRaw(",\"timestamp\":"u8);
            WriteTime(timestamp.UtcTicks, withFraction);
        }

        WriteRaw((byte)'}');
    }

    /// <summary>Writes an attachment for another serializer: id, state and URLs. The API takes its id alone.</summary>
    public void WriteAttachment(AttachmentValue value)
    {
        value.ThrowIfUpload();
        WriteRaw((byte)'{');
        WriteOptional("\"id\":"u8, value.Id);
        WriteOptional("\"state\":"u8, value.StateText);
        foreach ((string variant, string url) in value.Urls)
        {
            Separate();
            WriteText(variant);
            WriteRaw((byte)':');
            WriteText(url);
        }

        WriteRaw((byte)'}');
    }

    private void WriteOptional(ReadOnlySpan<byte> label, double? value)
    {
        if (value is { } number)
        {
            WriteRaw(label);
            WriteNumber(number);
        }
    }

    private void WriteOptional(ReadOnlySpan<byte> label, string? value)
    {
        if (value is not null)
        {
            WriteLabel(label);
            WriteText(value);
        }
    }
}
