using System.Diagnostics;
using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps;

/// <summary>A condition for objects on the server, built from field tokens and combined with <c>&amp;&amp;</c> and <c>||</c>. It cannot be
/// evaluated here: used as a condition itself (<c>if (filter)</c>, <c>filter ? a : b</c>) it compiles and is always false.</summary>
/// <remarks>Text compares case-sensitively with <c>==</c>, case-insensitively with <c>Contains</c> and <c>StartsWith</c>. <c>!=</c> is true
/// for null.</remarks>
/// <example><code>
/// app.Jobs.Where(j =&gt; j.State == JobState.Busy &amp;&amp; (j.Due &lt; today || j.Due.IsNull()))
/// </code></example>
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Usage", "CA2225", Justification = "And and Or are the named forms; true and false exist only to make && and || work.")]
public abstract class Filter
{
    private protected Filter() { }

    /// <summary>A condition in the platform's own query language, for what tokens cannot say.</summary>
    /// <param name="expression">Such as <c>name starts with ?</c>; one question mark per argument. Values are never part of the
    /// text.</param>
    /// <param name="arguments">The values, in order.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">The expression is empty, or its question marks are not as many as the arguments.</exception>
    public static Filter Raw(string expression, params RecordValue[] arguments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expression);
        ArgumentNullException.ThrowIfNull(arguments);
        int places = expression.AsSpan().Count('?');
        return places == arguments.Length
            ? new RawFilter(expression, [.. arguments])
            : throw new ArgumentException(
                $"The expression has {places} question marks and {arguments.Length} arguments.", nameof(arguments));
    }

    /// <summary>Both conditions.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">Another condition.</param>
    /// <returns>The combined filter.</returns>
    public static Filter And(Filter left, Filter right) => left & right;

    /// <summary>Either condition or both.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">Another condition.</param>
    /// <returns>The combined filter.</returns>
    public static Filter Or(Filter left, Filter right) => left | right;

    /// <summary>Both conditions; what <c>&amp;&amp;</c> calls.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">Another condition.</param>
    /// <returns>The combined filter.</returns>
    public static Filter operator &(Filter left, Filter right) => Combine(left, right, isAnd: true);

    /// <summary>Either condition or both; what <c>||</c> calls.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">Another condition.</param>
    /// <returns>The combined filter.</returns>
    public static Filter operator |(Filter left, Filter right) => Combine(left, right, isAnd: false);

    /// <summary>Always false, so that <c>||</c> takes both sides. A filter is not a condition here.</summary>
    /// <param name="filter">Not looked at.</param>
    /// <returns>False.</returns>
    public static bool operator true(Filter filter) => false;

    /// <summary>Always false, so that <c>&amp;&amp;</c> takes both sides. A filter is not a condition here.</summary>
    /// <param name="filter">Not looked at.</param>
    /// <returns>False.</returns>
    public static bool operator false(Filter filter) => false;

    /// <summary>The expression as it is sent, without its values.</summary>
    /// <returns>Such as <c>state = ? and due &lt; ?</c>.</returns>
    public override string ToString() => FilterRenderer.Render(this).Expression;

    private static CombinedFilter Combine(Filter left, Filter right, bool isAnd)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new CombinedFilter(isAnd, left, right);
    }
}
