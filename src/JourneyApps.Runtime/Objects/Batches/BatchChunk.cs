using JourneyApps.Internal.Serialization.Bodies;

namespace JourneyApps.Internal.Objects.Batches;

/// <summary>The operations of one request, each object once, and their JSON.</summary>
internal sealed class BatchChunk : IDisposable
{
    private readonly JsonBody _body = new();

    internal BatchChunk(bool stopOnError)
    {
        _body.Output.WriteRaw(stopOnError ? "{\"stop_on_error\":true,\"operations\":["u8 : "{\"stop_on_error\":false,\"operations\":["u8);
    }

    internal List<ChunkEntry> Entries { get; } = [];

    internal HashSet<(string Model, string Id)> Keys { get; } = [];

    internal int Bytes => _body.Output.Length;

    internal JsonBody Body => _body;

    /// <summary>Whether a bare stream is in it, so that the whole request can be sent once only.</summary>
    internal bool IsOnce => !_body.CanReopen;

    /// <summary>Adds an operation.</summary>
    /// <exception cref="InvalidOperationException">Its object cannot be written as it is.</exception>
    internal bool Add(BatchOperation operation, long index)
    {
        int start = _body.Output.Length;
        int firstUpload = _body.Uploads.Count;
        _body.Output.Separate();
        _body.Output.WriteRaw("{\"method\":"u8);
        _body.Output.WriteText(operation.WireMethod);
        _body.Output.WriteRaw(",\"object\":"u8);
        bool isSent = false;
        try
        {
            isSent = operation.Begin(_body);
        }
        finally
        {
            if (!isSent) _body.CutBack(start, firstUpload);
        }
        if (!isSent) return false;

        _body.Output.WriteRaw((byte)'}');
        Entries.Add(new ChunkEntry(operation, index, start, _body.Output.Length, firstUpload, _body.Uploads.Count));
        Keys.Add((operation.Model, operation.Id));
        return true;
    }

    /// <summary>Takes over an operation from an earlier request, byte for byte.</summary>
    internal void Copy(BatchChunk source, ChunkEntry entry)
    {
        int start = _body.Output.Length;
        int firstUpload = _body.Uploads.Count;
        _body.Output.Separate();
        int at = entry.Start;
        // The comma before it belongs to its old place.
        if (source._body.Output.Written[at] == (byte)',') at++;
        for (int i = entry.FirstUpload; i < entry.EndUpload; i++)
        {
            BodyUpload upload = source._body.Uploads[i];
            _body.Output.WriteRaw(source._body.Output.Written[at..upload.Position]);
            _body.AddUpload(upload.Member, upload.Source);
            at = upload.Position;
        }
        _body.Output.WriteRaw(source._body.Output.Written[at..entry.End]);
        Entries.Add(entry with { Start = start, End = _body.Output.Length, FirstUpload = firstUpload, EndUpload = _body.Uploads.Count });
        Keys.Add((entry.Operation.Model, entry.Operation.Id));
    }

    /// <summary>Nothing more is added.</summary>
    internal void Close() => _body.Output.WriteRaw("]}"u8);

    /// <summary>The members whose files went with an operation.</summary>
    internal FieldMask Uploads(ChunkEntry entry)
    {
        FieldMask members = default;
        for (int i = entry.FirstUpload; i < entry.EndUpload; i++) members = members.With(_body.Uploads[i].Member);
        return members;
    }

    public void Dispose() => _body.Dispose();
}
