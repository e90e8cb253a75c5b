using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps;

/// <content>Calls with the answers that they came out of.</content>
public partial class ObjectSet<TModel, TFields>
{
    /// <summary>Makes a call and gives the API's answer along with the result: its status, its headers, its JSON.</summary>
    /// <typeparam name="TResult">What the call gives.</typeparam>
    /// <param name="send">The call, made on the set that it is given; a token to cancel it goes into it.</param>
    /// <returns>The result and the answer. What the call throws is thrown; such an exception carries its answer itself.</returns>
    /// <example>
    /// <code>
    /// JourneyResponse&lt;Job?&gt; response = await app.Jobs.WithResponseAsync(jobs => jobs.FindAsync(id, stopping));
    /// Console.WriteLine($"{response.Raw?.StatusCode} {response.Value}");
    /// </code>
    /// </example>
    public virtual async Task<JourneyResponse<TResult>> WithResponseAsync<TResult>(Func<ObjectSet<TModel, TFields>, Task<TResult>> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        var keeper = new ResponseKeeper(_options);
        TResult value = await send(WithOptions(keeper.Options)).ConfigureAwait(false);
        return new JourneyResponse<TResult>(value, keeper.Last);
    }

    /// <summary>The same for calls that give nothing, such as creates and updates.</summary>
    /// <param name="send">The call, made on the set that it is given.</param>
    /// <returns>The answer; null when no request was needed.</returns>
    public virtual async Task<RawResponse?> WithResponseAsync(Func<ObjectSet<TModel, TFields>, Task> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        var keeper = new ResponseKeeper(_options);
        await send(WithOptions(keeper.Options)).ConfigureAwait(false);
        return keeper.Last;
    }
}
