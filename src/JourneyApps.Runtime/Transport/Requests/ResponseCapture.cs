using JourneyApps.Http;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>Keeps the last response of the calls that use its options.</summary>
internal sealed class ResponseCapture
{
    internal ResponseCapture(RequestOptions? options)
    {
        options ??= new RequestOptions();
        Action<RawResponse>? before = options.OnResponse;
        Options = options with
        {
            OnResponse = response =>
            {
                before?.Invoke(response);
                // The buffer is returned to its pool after the callback.
                Last = response with { Json = response.Json.ToArray() };
            },
        };
    }

    internal RequestOptions Options { get; }

    internal RawResponse? Last { get; private set; }
}
