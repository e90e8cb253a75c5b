namespace JourneyApps.Internal.Transport.Requests;

/// <summary>Keeps the last answer of the calls that are made with its options.</summary>
internal sealed class ResponseKeeper
{
    internal ResponseKeeper(RequestOptions? options)
    {
        options ??= new RequestOptions();
        Action<RawResponse>? before = options.OnResponse;
        Options = options with
        {
            OnResponse = response =>
            {
                before?.Invoke(response);
                // The bytes go back to their pool when the callback is over.
                Last = response with { Json = response.Json.ToArray() };
            },
        };
    }

    internal RequestOptions Options { get; }

    internal RawResponse? Last { get; private set; }
}
